import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * {@code Modernise from.jar to.jar}: picocli is compiled for Java 5, and classes older than Java 6
 * are checked anew at each start. Gives such classes the version and the stack maps of Java 8, and
 * changes nothing else.
 */
public final class Modernise {
  private static final int OLDEST_PLAIN = 50;

  public static void main(String... arguments) throws IOException {
    Path from = Path.of(arguments[0]);
    try (JarFile jar = new JarFile(from.toFile());
        URLClassLoader classes = new URLClassLoader(new URL[] {from.toUri().toURL()});
        OutputStream file = Files.newOutputStream(Path.of(arguments[1]));
        JarOutputStream to = new JarOutputStream(file)) {
      ClassFile reader =
          ClassFile.of(
              ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(classes)
                      .orElse(ClassHierarchyResolver.defaultResolver())));
      for (JarEntry entry : jar.stream().toList()) {
        JarEntry same = new JarEntry(entry.getName());
        same.setTime(entry.getTime());
        to.putNextEntry(same);
        try (InputStream in = jar.getInputStream(entry)) {
          byte[] bytes = in.readAllBytes();
          boolean old = entry.getName().endsWith(".class") && version(bytes) < OLDEST_PLAIN;
          to.write(old ? modern(reader, reader.parse(bytes)) : bytes);
        }
      }
    }
  }

  private static int version(byte[] bytes) {
    return (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
  }

  private static byte[] modern(ClassFile reader, ClassModel old) {
    return reader.transformClass(
        old,
        ClassTransform.endHandler(builder -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0))
            .andThen(
                ClassTransform.transformingMethodBodies(
                    (builder, element) -> builder.with(element))));
  }
}
