"""One function for each thing purplebook does, one file each.

The commands, the public face and a program of your own call them: files go in, and everything a person reads comes out.
"""
