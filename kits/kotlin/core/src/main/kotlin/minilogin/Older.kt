package minilogin

/** Never empty, and never without a code: anything else is no answer of the program's. */
internal val TICKET_ANSWER = Regex("^code=[0-9]{3}(&|$)")

/** What the Guard SDK goes on with. An empty text is a refusal; why is not told. */
fun readCodes(text: String): Map<String, String?> {
    if (text.isEmpty()) throw Refused(RefusalCode.DENIED)
    val codes = parseJsonObject(text).orEmpty()
    return mapOf(
        "code" to textOf(codes["code"]),
        "phoneInfoCode" to textOf(codes["phoneInfoCode"]).orEmpty(),
    )
}

/** The older contract: split at `&` and `=`, nothing is decoded. */
fun readTicket(text: String): String {
    val fields = text.split('&').associate { pair ->
        val parts = pair.split('=')
        parts[0] to parts.getOrNull(1)
    }
    val ticket = textOf(fields["ticket"])
    if (fields["code"] != "200" || ticket == null)
        throw Refused(RefusalCode.DENIED.text, textOf(fields["message"]) ?: "denied")
    return ticket
}
