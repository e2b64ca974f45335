/** Tests of comparing value sets. */
@org.jspecify.annotations.NullMarked
package no.normverk.terminology.comparison;
