"""The mannequin: body, pose and view in, regions and overlays out. Pure."""
