/**
 * The compliance register: which products of vendors are said to support which normative products, by whom and on what evidence.
 * {@link no.normverk.catalogue.register.RegisterReader} reads the folder of YAML files it is authored in. It holds claims and
 * their standing only; what a claim covers depends on the day and on what has been decided, and is worked out when asked.
 */
@NullMarked
package no.normverk.catalogue.register;

import org.jspecify.annotations.NullMarked;
