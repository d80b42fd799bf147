package dev.mitchbot.chaos.agent;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves the clock of the process that it is loaded into: every {@code Instant.now()} and what is made of it, and every
 * {@code System.currentTimeMillis()} of the classes loaded outside of the JDK.
 */
public final class ClockAgent implements ClassFileTransformer {
    private static final String AHEAD = "mitchbot.chaos.clock.ahead.ms";
    private static final String CLOCK = "java/time/Clock";
    private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");
    private static final MethodTypeDesc LONG_OF_PROPERTY =
            MethodTypeDesc.of(ConstantDescs.CD_Long, ConstantDescs.CD_String, ConstantDescs.CD_long);

    /** Called by the JVM when the agent is attached; the argument is in milliseconds. */
    public static void agentmain(String aheadMillis, Instrumentation instrumentation)
            throws UnmodifiableClassException {
        System.setProperty(AHEAD, aheadMillis);
        instrumentation.addTransformer(new ClockAgent(), true);
        List<Class<?>> loaded = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (instrumentation.isModifiableClass(type) && isToChange(type.getClassLoader(), type.getName())) {
                loaded.add(type);
            }
        }
        change(instrumentation, loaded);
    }

    /** The JVM changes all of them or, where it cannot change one, none. Such a one is left as it is, unless it is the clock. */
    private static void change(Instrumentation instrumentation, List<Class<?>> types)
            throws UnmodifiableClassException {
        try {
            instrumentation.retransformClasses(types.toArray(Class<?>[]::new));
        } catch (InternalError e) {
            if (types.size() == 1) {
                if (types.getFirst().getName().equals(CLOCK.replace('/', '.'))) {
                    throw e;
                }
                return;
            }
            int half = types.size() / 2;
            change(instrumentation, types.subList(0, half));
            change(instrumentation, types.subList(half, types.size()));
        }
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (name == null || !isToChange(loader, name.replace('/', '.'))) {
            return null;
        }
        ClassFile files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.defaultResolver().orElse(hierarchyOf(loader))));
        ClassModel model = files.parse(bytes);
        ClassTransform change = name.equals(CLOCK)
                ? ClassTransform.transformingMethodBodies(
                        method -> method.methodName().equalsString("currentInstant"), ClockAgent::moveInstant)
                : ClassTransform.transformingMethodBodies(
                        method -> method.code().map(ClockAgent::asksForMillis).orElse(false), ClockAgent::moveMillis);
        return files.transformClass(model, change);
    }

    private static boolean isToChange(ClassLoader loader, String name) {
        return name.equals("java.time.Clock")
                || loader != null
                        && loader != ClassLoader.getPlatformClassLoader()
                        && !name.startsWith(ClockAgent.class.getName())
                        && (name.startsWith("dev.mitchbot.")
                                || name.startsWith("org.apache.kafka.")
                                || name.startsWith("net.dv8tion.")
                                || name.startsWith("io."));
    }

    private static ClassHierarchyResolver hierarchyOf(ClassLoader loader) {
        ClassLoader known = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        return ClassHierarchyResolver.ofResourceParsing(known);
    }

    private static boolean asksForMillis(CodeModel code) {
        return code.elementStream().anyMatch(ClockAgent::isMillis);
    }

    private static boolean isMillis(CodeElement element) {
        return element instanceof InvokeInstruction call
                && call.owner().asInternalName().equals("java/lang/System")
                && call.name().equalsString("currentTimeMillis");
    }

    private static void moveMillis(CodeBuilder code, CodeElement element) {
        code.with(element);
        if (isMillis(element)) {
            ahead(code).ladd();
        }
    }

    private static void moveInstant(CodeBuilder code, CodeElement element) {
        if (element instanceof ReturnInstruction) {
            ahead(code).invokevirtual(INSTANT, "plusMillis", MethodTypeDesc.of(INSTANT, ConstantDescs.CD_long));
        }
        code.with(element);
    }

    private static CodeBuilder ahead(CodeBuilder code) {
        return code.ldc(AHEAD)
                .lconst_0()
                .invokestatic(ConstantDescs.CD_Long, "getLong", LONG_OF_PROPERTY)
                .invokevirtual(ConstantDescs.CD_Long, "longValue", MethodTypeDesc.of(ConstantDescs.CD_long));
    }
}
