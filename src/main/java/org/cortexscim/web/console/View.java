package org.cortexscim.web.console;

/** What a page shows. Each view has a template of its own, whose only parameter it is. */
interface View {
    /** The file in {@code src/main/jte}. */
    String template();
}
