@file:Suppress("UNUSED_PARAMETER")

package com.tencent.mm.opensdk.openapi

import android.content.Context
import android.content.Intent
import com.tencent.mm.opensdk.modelbase.BaseReq
import com.tencent.mm.opensdk.modelbase.BaseResp

interface IWXAPI {
    val isWXAppInstalled: Boolean

    fun registerApp(appId: String): Boolean

    fun sendReq(request: BaseReq): Boolean

    fun handleIntent(intent: Intent?, handler: IWXAPIEventHandler): Boolean
}

interface IWXAPIEventHandler {
    fun onReq(request: BaseReq)

    fun onResp(response: BaseResp)
}

object WXAPIFactory {
    /** What a test puts in the place of WeChat. */
    lateinit var double: IWXAPI

    fun createWXAPI(context: Context, appId: String, checkSignature: Boolean): IWXAPI = double
}
