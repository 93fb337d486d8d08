import android.content.Context
import android.content.Intent
import com.tencent.mm.opensdk.modelbase.BaseReq
import com.tencent.mm.opensdk.modelbase.BaseResp
import com.tencent.mm.opensdk.modelbiz.WXLaunchMiniProgram
import com.tencent.mm.opensdk.modelmsg.ShowMessageFromWX
import com.tencent.mm.opensdk.modelmsg.WXAppExtendObject
import com.tencent.mm.opensdk.modelmsg.WXMediaMessage
import com.tencent.mm.opensdk.openapi.IWXAPI
import com.tencent.mm.opensdk.openapi.IWXAPIEventHandler
import com.tencent.mm.opensdk.openapi.WXAPIFactory
import minilogin.android.ProgramType
import minilogin.android.Wechat
import minilogin.android.WechatEntryActivity

/** What one start of the entry activity brings. */
private class Started(val call: (IWXAPIEventHandler) -> Unit) : Intent()

private object DoubleOfWechat : IWXAPI {
    override var isWXAppInstalled = true
    var sent: BaseReq? = null

    override fun registerApp(appId: String) = true

    override fun sendReq(request: BaseReq) = true.also { sent = request }

    override fun handleIntent(intent: Intent?, handler: IWXAPIEventHandler): Boolean {
        (intent as? Started)?.call?.invoke(handler)
        return true
    }
}

private fun message(ext: String?, extInfo: String?) = ShowMessageFromWX.Req().apply {
    message = WXMediaMessage().apply {
        messageExt = ext
        mediaObject = extInfo?.let { text -> WXAppExtendObject().apply { this.extInfo = text } }
    }
}

/** Runs the Android layer against the stubs, and writes what the app gets. */
object RunEntryActivity {
    @JvmStatic
    fun main(args: Array<String>) {
        println("before set-up: ${Wechat.openMiniProgram("gh_0", "path")}")
        val early = WechatEntryActivity()
        early.start(Started { it.onResp(WXLaunchMiniProgram.Resp()) })
        println("a cold start by somebody: finished ${early.isFinishing}")

        WXAPIFactory.double = DoubleOfWechat
        Wechat.setUp(Context(), "wx0")
        Wechat.onDelivery = { by, value -> println("$by $value") }
        println("opened: ${Wechat.openMiniProgram("gh_0", "a?b=c", ProgramType.TRIAL)}")
        val request = DoubleOfWechat.sent as WXLaunchMiniProgram.Req
        println("sent: ${request.userName} ${request.path} ${request.miniprogramType}")

        val starts = listOf<(IWXAPIEventHandler) -> Unit>(
            { it.onResp(WXLaunchMiniProgram.Resp().apply { extMsg = "by itself" }) },
            { it.onResp(WXLaunchMiniProgram.Resp()) },
            { it.onResp(object : BaseResp() {}) },
            { it.onReq(message("by the button", "other")) },
            { it.onReq(message(null, "in the object")) },
            { it.onReq(message(null, null)) },
            { it.onReq(ShowMessageFromWX.Req()) },
            { it.onReq(object : BaseReq() {}) },
            { throw IllegalArgumentException("a broken parcel") },
        )
        for (each in starts) {
            val activity = WechatEntryActivity()
            activity.start(Started(each))
            activity.startAgain(Started {})
            if (!activity.isFinishing) println("it stays in front")
        }
        DoubleOfWechat.isWXAppInstalled = false
        println("not installed: ${Wechat.isInstalled} ${Wechat.openMiniProgram("gh_0", "path")}")
    }
}
