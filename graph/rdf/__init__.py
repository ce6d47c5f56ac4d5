"""The RDF edge: records to quads and back, the store on disk, exports, rdflib for users' scripts."""
