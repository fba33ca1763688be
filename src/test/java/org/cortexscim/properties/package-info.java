/**
 * Statements that hold for anything: random documents and filters, made from a seed, against plain references written
 * from the RFCs.
 */
package org.cortexscim.properties;
