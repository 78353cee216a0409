package org.moduletools.modulefile;

/**
 * The version of a symbol that a module was built against.
 *
 * @param name the symbol's name as the module states it, a leading dot included
 * @param crc the checksum of the symbol's type
 */
public record SymbolVersion(String name, long crc) {}
