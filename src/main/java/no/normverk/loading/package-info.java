/**
 * From files to the store. {@link no.normverk.loading.Loader} finds out what files are, reads and checks them, plans what they
 * change and commits it whole or not at all; {@link no.normverk.loading.ContentDirectory} does the same with the content
 * directories when a server starts; and {@link no.normverk.loading.SnapshotSource} is the other end, where a running server picks
 * a load up. Formats are told by their content ({@link no.normverk.loading.ContentFormat}); releases that become editions come in
 * through {@link no.normverk.loading.EditionFormat}.
 *
 * <p>This package uses the rooms below the server and knows nothing of HTTP and of command lines.
 */
@NullMarked
package no.normverk.loading;

import org.jspecify.annotations.NullMarked;
