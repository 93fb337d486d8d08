package minilogin.android

import android.content.Context
import com.tencent.mm.opensdk.modelbiz.WXLaunchMiniProgram
import com.tencent.mm.opensdk.openapi.IWXAPI
import com.tencent.mm.opensdk.openapi.WXAPIFactory
import minilogin.DeliveredBy

/** WeChat, for one app. Set it up in `Application.onCreate`, so that it is there when WeChat comes back. */
object Wechat {
    private var api: IWXAPI? = null

    /**
     * Gets every delivery, on the main thread: `value` is what the SDK hands over and may be null.
     * Only a launch that this process made can be waiting for it.
     */
    var onDelivery: (by: DeliveredBy, value: String?) -> Unit = { _, _ -> }

    /** `wechatAppId` is the mobile app's at WeChat's open platform: `wx...`. */
    fun setUp(context: Context, wechatAppId: String) {
        api = WXAPIFactory.createWXAPI(context.applicationContext, wechatAppId, true)
            .also { it.registerApp(wechatAppId) }
    }

    val isInstalled: Boolean get() = api?.isWXAppInstalled == true

    /**
     * Opens the mini program.
     *
     * @param userName its original id, `gh_...`
     * @param path as the launch, or your server, made it: already encoded
     * @return false when WeChat is not installed, or refused
     */
    fun openMiniProgram(userName: String, path: String, type: ProgramType = ProgramType.RELEASE): Boolean {
        val wechat = api ?: return false
        if (!wechat.isWXAppInstalled) return false
        val request = WXLaunchMiniProgram.Req().apply {
            this.userName = userName
            this.path = path
            miniprogramType = when (type) {
                // The SDK spells it so.
                ProgramType.RELEASE -> WXLaunchMiniProgram.Req.MINIPTOGRAM_TYPE_RELEASE
                ProgramType.DEVELOPMENT -> WXLaunchMiniProgram.Req.MINIPROGRAM_TYPE_TEST
                ProgramType.TRIAL -> WXLaunchMiniProgram.Req.MINIPROGRAM_TYPE_PREVIEW
            }
        }
        return wechat.sendReq(request)
    }

    internal fun apiForEntry(): IWXAPI? = api
}

enum class ProgramType { RELEASE, DEVELOPMENT, TRIAL }
