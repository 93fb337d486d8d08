package minilogin

/** An object as it was read: texts, numbers (Double), booleans, null, lists and objects. */
typealias JsonObject = Map<String, Any?>

/** A sealed result with long tokens is about 6,000 characters and five levels deep. */
private const val MAX_LENGTH = 100_000
private const val MAX_DEPTH = 32

/** Null when the text is no JSON object, or one that two readers may read differently. */
fun parseJsonObject(text: String): JsonObject? {
    if (text.length > MAX_LENGTH) return null
    return try {
        @Suppress("UNCHECKED_CAST")
        JsonReader(text).readAll() as? JsonObject
    } catch (_: NotJson) {
        null
    }
}

/** A text that is there. */
fun textOf(value: Any?): String? = (value as? String)?.takeIf { it.isNotEmpty() }

private class NotJson : Exception()

/**
 * RFC 8259 and nothing more: no comments, no names without quotes. A name stands once in an object
 * (RFC 7515, section 4): Android's own `JSONObject` takes the last one, other readers the first.
 */
private class JsonReader(private val text: String) {
    private var at = 0

    fun readAll(): Any? {
        val value = readValue(0)
        skipBlanks()
        if (at != text.length) throw NotJson()
        return value
    }

    private fun readValue(depth: Int): Any? {
        skipBlanks()
        return when (peek()) {
            '{' -> readObject(depth)
            '[' -> readList(depth)
            '"' -> readText()
            't' -> readWord("true", true)
            'f' -> readWord("false", false)
            'n' -> readWord("null", null)
            else -> readNumber()
        }
    }

    private fun readObject(depth: Int): JsonObject {
        if (depth == MAX_DEPTH) throw NotJson()
        val read = LinkedHashMap<String, Any?>()
        readEntries('{', '}') {
            val name = readText()
            skipBlanks()
            take(':')
            if (read.containsKey(name)) throw NotJson()
            read[name] = readValue(depth + 1)
        }
        return read
    }

    private fun readList(depth: Int): List<Any?> {
        if (depth == MAX_DEPTH) throw NotJson()
        val read = ArrayList<Any?>()
        readEntries('[', ']') { read.add(readValue(depth + 1)) }
        return read
    }

    private inline fun readEntries(first: Char, last: Char, readEntry: () -> Unit) {
        take(first)
        skipBlanks()
        if (peek() == last) {
            at += 1
            return
        }
        while (true) {
            skipBlanks()
            readEntry()
            skipBlanks()
            if (peek() == last) break
            take(',')
        }
        at += 1
    }

    private fun readText(): String {
        take('"')
        val read = StringBuilder()
        while (true) {
            val next = peek()
            at += 1
            when {
                next == '"' -> return read.toString()
                next == '\\' -> read.append(readEscape())
                next < ' ' -> throw NotJson()
                else -> read.append(next)
            }
        }
    }

    private fun readEscape(): Char {
        val next = peek()
        at += 1
        return when (next) {
            '"', '\\', '/' -> next
            'b' -> '\b'
            'f' -> '\u000C'
            'n' -> '\n'
            'r' -> '\r'
            't' -> '\t'
            'u' -> readCodeUnit()
            else -> throw NotJson()
        }
    }

    private fun readCodeUnit(): Char {
        if (at + 4 > text.length) throw NotJson()
        val digits = text.substring(at, at + 4)
        if (!digits.matches(HEX)) throw NotJson()
        at += 4
        return digits.toInt(16).toChar()
    }

    private fun readNumber(): Double {
        val found = NUMBER.matchAt(text, at) ?: throw NotJson()
        at = found.range.last + 1
        return found.value.toDouble()
    }

    private fun <T> readWord(word: String, value: T): T {
        if (!text.startsWith(word, at)) throw NotJson()
        at += word.length
        return value
    }

    private fun skipBlanks() {
        while (at < text.length && text[at] in BLANKS) at += 1
    }

    private fun take(wanted: Char) {
        if (peek() != wanted) throw NotJson()
        at += 1
    }

    private fun peek(): Char = if (at < text.length) text[at] else throw NotJson()

    private companion object {
        const val BLANKS = " \t\r\n"
        val HEX = Regex("[0-9a-fA-F]{4}")
        val NUMBER = Regex("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
    }
}
