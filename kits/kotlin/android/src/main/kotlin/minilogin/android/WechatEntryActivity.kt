package minilogin.android

import android.app.Activity
import android.content.Intent
import android.os.Bundle
import com.tencent.mm.opensdk.modelbase.BaseReq
import com.tencent.mm.opensdk.modelbase.BaseResp
import com.tencent.mm.opensdk.modelbiz.WXLaunchMiniProgram
import com.tencent.mm.opensdk.modelmsg.ShowMessageFromWX
import com.tencent.mm.opensdk.modelmsg.WXAppExtendObject
import com.tencent.mm.opensdk.openapi.IWXAPIEventHandler
import minilogin.DeliveredBy

/** WeChat starts this by its alias. Any app can: so nothing here is believed, only handed on. */
class WechatEntryActivity : Activity(), IWXAPIEventHandler {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        read(intent)
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        setIntent(intent)
        read(intent)
    }

    /** WeChat went back by itself. `errCode` is 0 whatever happened. */
    override fun onResp(response: BaseResp) {
        if (response is WXLaunchMiniProgram.Resp) Wechat.onDelivery(DeliveredBy.RESP, response.extMsg)
    }

    /** The person tapped the program's button. */
    override fun onReq(request: BaseReq) {
        if (request !is ShowMessageFromWX.Req) return
        val message = request.message
        val text = message?.messageExt ?: (message?.mediaObject as? WXAppExtendObject)?.extInfo
        Wechat.onDelivery(DeliveredBy.SHOW_MESSAGE, text)
    }

    /** A forged intent may be broken in any way; the app goes on. */
    private fun read(intent: Intent?) {
        try {
            Wechat.apiForEntry()?.handleIntent(intent, this)
        } catch (_: RuntimeException) {
            // Nobody's answer.
        } finally {
            finish()
        }
    }
}
