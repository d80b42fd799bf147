package dev.mitchbot.chaos;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/** A Java agent that gives the process it starts with a bug: its inbox knows no message, however often it came. */
public final class ForgetfulInbox implements ClassFileTransformer {
    private static final String INBOX = "dev/mitchbot/messaging/Inbox";
    private static final String LOOKS_UP = "using (guild_id, message_id)";
    private static final String WRITES_DOWN = "insert into inbox";

    /** Called by the JVM before the program. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        instrumentation.addTransformer(new ForgetfulInbox());
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (!INBOX.equals(name)) {
            return null;
        }
        ClassFile files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.defaultResolver().orElse(ClassHierarchyResolver.ofResourceParsing(loader))));
        return files.transformClass(
                files.parse(bytes), ClassTransform.transformingMethodBodies(method -> true, ForgetfulInbox::forget));
    }

    private static void forget(CodeBuilder code, CodeElement element) {
        if (element instanceof ConstantInstruction constant && constant.constantValue() instanceof String sql) {
            code.ldc(forgetful(sql));
        } else {
            code.with(element);
        }
    }

    private static String forgetful(String sql) {
        if (sql.contains(LOOKS_UP)) {
            return sql.replace(LOOKS_UP, LOOKS_UP + " where false");
        }
        return sql.startsWith(WRITES_DOWN) ? sql + " on conflict do nothing" : sql;
    }
}
