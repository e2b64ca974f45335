/**
 * The terminology engine: pure questions and answers about codes.
 *
 * <p>A {@link no.normverk.terminology.CodeSystemVersion} is one version of one code system in which every concept is a dense {@code int},
 * its <em>ordinal</em>. Everything set-like is algebra on {@link no.normverk.terminology.ConceptSet}s of ordinals; strings appear only at the
 * edges. {@link no.normverk.terminology.Hierarchy} holds the is-a graph of a version.
 *
 * <p>This package knows nothing of HTTP, FHIR parsers, Spring, SQL or files.
 */
@NullMarked
package no.normverk.terminology;

import org.jspecify.annotations.NullMarked;
