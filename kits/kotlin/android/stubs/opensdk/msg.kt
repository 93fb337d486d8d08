package com.tencent.mm.opensdk.modelmsg

import com.tencent.mm.opensdk.modelbase.BaseReq

class ShowMessageFromWX {
    class Req : BaseReq() {
        @JvmField var message: WXMediaMessage? = null
    }
}

class WXMediaMessage {
    @JvmField var messageExt: String? = null
    @JvmField var mediaObject: IMediaObject? = null

    interface IMediaObject
}

class WXAppExtendObject : WXMediaMessage.IMediaObject {
    @JvmField var extInfo: String? = null
}
