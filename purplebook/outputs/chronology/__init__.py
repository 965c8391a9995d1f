"""One child's story: every dated event of the records about that child, in plain words and in order.

Which columns are events, and in which words, the table declarations say.  Nothing here works out a figure.
"""
