import Foundation

/// How WeChat handed the text over, as the app's server is told.
public enum DeliveredBy: String, Sendable {
    case resp = "WXLaunchMiniProgram.Resp"
    case showMessage = "ShowMessageFromWX.Req"
}

/// `POST /wechat-login`: 201 with this. `path` goes to WeChat as it is.
public struct BegunLogin: Sendable {
    public let id: String
    public let path: String
    public let expiresIn: TimeInterval

    public init(id: String, path: String, expiresIn: TimeInterval) {
        self.id = id
        self.path = path
        self.expiresIn = expiresIn
    }
}

/// `POST /wechat-login/<id>/answer`: 200 with what your server returned, or the error of another
/// status.
public enum ServerAnswer: Sendable, Equatable {
    case signedIn(session: Data)
    case notSignedIn(code: String, pending: Bool)
}

/// The app's own server. Throw where there was no answer.
public protocol LoginServer: Sendable {
    func begin(lang: String?) async throws -> BegunLogin
    func answer(id: String, by: DeliveredBy, text: String) async throws -> ServerAnswer
}

/// What a delivery led to. `waiting`: nothing was decided.
public enum LoginStep: Sendable, Equatable {
    case signedIn(session: Data)
    case notSignedIn(code: String)
    case waiting
}

/// A login that the app's server verifies; one at a time, in memory only.
///
/// WeChat hands a text over once, in the moment the app comes to the front, when the first request
/// often fails (-1005): so it is kept and sent again until the launch's ten minutes are over. The
/// server gives the same text the same outcome, so a reply that was lost costs nothing.
@MainActor
public final class ServerLogin {
    private struct Pending {
        let id: String
        let endsAt: Date
        let number: Int
    }

    private let server: any LoginServer
    private let wait: (TimeInterval) async -> Void
    private let now: () -> Date
    private var pending: Pending?
    private var count = 0

    public init(
        server: any LoginServer,
        wait: @escaping (TimeInterval) async -> Void = ServerLogin.sleep,
        now: @escaping () -> Date = Date.init
    ) {
        self.server = server
        self.wait = wait
        self.now = now
    }

    public var isPending: Bool { pending != nil }

    /// The `path` for WeChat. A new login takes the place of the one before.
    public func begin(lang: String? = nil) async throws -> String {
        let begun = try await server.begin(lang: lang)
        count += 1
        let endsAt = now().addingTimeInterval(begun.expiresIn)
        pending = Pending(id: begun.id, endsAt: endsAt, number: count)
        return begun.path
    }

    public func cancel() { pending = nil }

    /// `text` is what the SDK hands over. Only a text that is not empty is an answer.
    public func receive(by: DeliveredBy, text: String?) async -> LoginStep {
        guard let mine = pending, let text, !text.isEmpty else { return .waiting }
        var pause: TimeInterval = 0.5
        while pending?.number == mine.number {
            let answer = try? await server.answer(id: mine.id, by: by, text: text)
            guard pending?.number == mine.number else { break }
            if let answer { return conclude(answer) }
            if now().addingTimeInterval(pause) > mine.endsAt {
                pending = nil
                return .notSignedIn(code: "network")
            }
            await wait(pause)
            pause = min(pause * 2, 15)
        }
        return .waiting
    }

    private func conclude(_ answer: ServerAnswer) -> LoginStep {
        switch answer {
        case .signedIn(let session):
            pending = nil
            return .signedIn(session: session)
        case .notSignedIn(_, pending: true):
            return .waiting
        case .notSignedIn(let code, _):
            pending = nil
            return .notSignedIn(code: code)
        }
    }

    public nonisolated static func sleep(_ seconds: TimeInterval) async {
        try? await Task.sleep(nanoseconds: UInt64(seconds * 1_000_000_000))
    }
}
