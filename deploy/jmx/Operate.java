import com.sun.tools.attach.VirtualMachine;
import java.util.Arrays;
import java.util.Collections;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.ReflectionException;
import javax.management.RuntimeMBeanException;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Shows the figures of a server on this machine, or calls one of its operations, with nothing but a JDK:
 *
 * <pre>
 * java Operate.java PID
 * java Operate.java PID backUpDatabase /backup
 * </pre>
 */
class Operate {
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            fail("Usage: java Operate.java PID [OPERATION [ARGUMENT]]");
        }
        VirtualMachine machine = VirtualMachine.attach(arguments[0]);
        JMXServiceURL address = new JMXServiceURL(machine.startLocalManagementAgent());
        try (JMXConnector connector = JMXConnectorFactory.connect(address)) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            ObjectName service = new ObjectName("org.cortexscim:type=Service");
            if (arguments.length == 1) {
                show(beans, service);
            } else {
                call(beans, service, arguments[1], Arrays.copyOfRange(arguments, 2, arguments.length));
            }
        } catch (RuntimeMBeanException refused) {
            fail(refused.getCause().getMessage());
        } catch (ReflectionException unknown) {
            fail(unknown.getMessage());
        } finally {
            machine.detach();
        }
    }

    private static void show(MBeanServerConnection beans, ObjectName service) throws Exception {
        for (MBeanAttributeInfo attribute : beans.getMBeanInfo(service).getAttributes()) {
            System.out.println(attribute.getName() + ": " + beans.getAttribute(service, attribute.getName()));
        }
    }

    /** Every argument of an operation is a string. */
    private static void call(MBeanServerConnection beans, ObjectName service, String operation, String[] arguments)
            throws Exception {
        String[] types = Collections.nCopies(arguments.length, String.class.getName()).toArray(String[]::new);
        Object result = beans.invoke(service, operation, arguments, types);
        if (result != null) {
            System.out.println(result);
        }
    }

    private static void fail(String why) {
        System.err.println(why);
        System.exit(1);
    }
}
