/** Tests of closure tables. */
@org.jspecify.annotations.NullMarked
package no.normverk.terminology.closure;
