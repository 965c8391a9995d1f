"""placeholder"""


def write_annex_a(path, tables):
    pass
