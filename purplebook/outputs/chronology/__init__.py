"""One child's story: every dated event of the records about that child, in plain words and in order.

Which columns are events is asked of the table declarations; `events/` holds only the words.  Nothing here works out a
figure.
"""
