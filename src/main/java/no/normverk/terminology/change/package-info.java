/**
 * What changes from one version of a code system to another: code by code ({@link VersionComparison}), for all of them ({@link VersionDifference}), and for those that a system in use relies on
 * ({@link UpgradeCheck}).
 */
@NullMarked
package no.normverk.terminology.change;

import org.jspecify.annotations.NullMarked;
