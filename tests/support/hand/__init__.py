"""Another hand: an analyst with the council's files and the paper of 2015, who has not read the product's code."""
