package echolab.bench.load;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/// How a [Request] and an [Answer] go through a pipe: as JSON, each on a line of its own. A histogram goes in its own compressed form.
final class JsonLine {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Histogram.class, new Packed())
                                    .addDeserializer(Histogram.class, new Unpacked()))
                    .build();

    private JsonLine() {}

    static String of(Object message) {
        try {
            return MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + message + " as a line", e);
        }
    }

    /// @param type [Request] or [Answer]
    /// @throws IllegalArgumentException when the line is none
    static <T> T read(String line, Class<T> type) {
        try {
            return MAPPER.readValue(line, type);
        } catch (JsonProcessingException e) {
            var what = type.getSimpleName();
            throw new IllegalArgumentException(
                    "cannot read the line \"%s\" as %s".formatted(line, what), e);
        }
    }

    private static final class Packed extends JsonSerializer<Histogram> {
        @Override
        public void serialize(Histogram from, JsonGenerator to, SerializerProvider all)
                throws IOException {
            var buffer = ByteBuffer.allocate(from.getNeededByteBufferCapacity());
            to.writeBinary(buffer.array(), 0, from.encodeIntoCompressedByteBuffer(buffer));
        }
    }

    private static final class Unpacked extends JsonDeserializer<Histogram> {
        @Override
        public Histogram deserialize(JsonParser from, DeserializationContext all)
                throws IOException {
            var packed = ByteBuffer.wrap(from.getBinaryValue());
            try {
                return Histogram.decodeFromCompressedByteBuffer(packed, 0);
            } catch (DataFormatException e) {
                throw new IOException("not a histogram", e);
            }
        }
    }
}
