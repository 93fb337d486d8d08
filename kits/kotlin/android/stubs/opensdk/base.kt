package com.tencent.mm.opensdk.modelbase

abstract class BaseReq

abstract class BaseResp {
    @JvmField var errCode: Int = 0
}
