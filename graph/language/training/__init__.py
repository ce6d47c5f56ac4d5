"""How the model in `data/model` is made, from treebanks to weights. Nothing else imports it."""
