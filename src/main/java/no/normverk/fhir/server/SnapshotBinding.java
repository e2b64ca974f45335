package no.normverk.fhir.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.IRestfulServer;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.method.BaseMethodBinding;
import ca.uhn.fhir.rest.server.method.MethodMatchEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How HAPI calls what answers from the snapshot: as one of its own methods, with its interceptors around it, but the answer is sent as the bytes it is
 * and never becomes HAPI's model.
 */
final class SnapshotBinding extends BaseMethodBinding {

    /** What HAPI calls. */
    public interface Receiver {
        void receive(ServletRequestDetails request);
    }

    SnapshotBinding(FhirContext context, Consumer<ServletRequestDetails> receiver) throws NoSuchMethodException {
        super(
                Receiver.class.getMethod("receive", ServletRequestDetails.class),
                context,
                (Receiver) receiver::accept);
    }

    @Override
    public Object invokeServer(IRestfulServer<?> server, RequestDetails request) {
        return invokeServerMethod(request, createMethodParams(request));
    }

    @Override
    public RestOperationTypeEnum getRestOperationType(RequestDetails request) {
        return FhirServer.route((ServletRequestDetails) request).kind();
    }

    @Override
    public RestOperationTypeEnum getRestOperationType() {
        return RestOperationTypeEnum.EXTENDED_OPERATION_SERVER;
    }

    @Override
    public @Nullable String getResourceName() {
        return null;
    }

    @Override
    public MethodMatchEnum incomingServerRequestMatchesMethod(RequestDetails request) {
        return MethodMatchEnum.EXACT;
    }
}
