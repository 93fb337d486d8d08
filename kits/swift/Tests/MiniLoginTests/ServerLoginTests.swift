import XCTest

@testable import MiniLogin

private actor Server: LoginServer {
    private(set) var asked: [String] = []
    private var failures: Int

    init(failures: Int = 0) { self.failures = failures }

    func begin(lang: String?) async throws -> BegunLogin {
        BegunLogin(id: "an-id", path: "pages/login/login?v=1", expiresIn: 600)
    }

    func answer(id: String, by: DeliveredBy, text: String) async throws -> ServerAnswer {
        asked.append(text)
        if failures > 0 {
            failures -= 1
            throw URLError(.networkConnectionLost)
        }
        return text == "forged"
            ? .notSignedIn(code: "state_mismatch", pending: true)
            : .signedIn(session: Data("session".utf8))
    }
}

@MainActor
final class ServerLoginTests: XCTestCase {
    private func start(_ server: Server) -> ServerLogin {
        var now = Date(timeIntervalSince1970: 0)
        return ServerLogin(server: server, wait: { now += $0 }, now: { now })
    }

    func testNothingIsNoAnswer() async throws {
        let login = start(Server())
        _ = try await login.begin()
        for text in [nil, ""] {
            let step = await login.receive(by: .resp, text: text)
            XCTAssertEqual(step, .waiting)
        }
        XCTAssertTrue(login.isPending)
        let step = await login.receive(by: .resp, text: "the text")
        XCTAssertEqual(step, .signedIn(session: Data("session".utf8)))
    }

    func testForgedAnswerLeavesTheLoginWaiting() async throws {
        let login = start(Server())
        _ = try await login.begin()
        let forged = await login.receive(by: .showMessage, text: "forged")
        XCTAssertEqual(forged, .waiting)
        XCTAssertTrue(login.isPending)
    }

    func testTheTextIsSentAgainWhileTheNetworkIsNotBack() async throws {
        let server = Server(failures: 4)
        let login = start(server)
        _ = try await login.begin()
        let step = await login.receive(by: .resp, text: "the text")
        XCTAssertEqual(step, .signedIn(session: Data("session".utf8)))
        let asked = await server.asked
        XCTAssertEqual(asked.count, 5)
    }

    func testGivesUpAfterTenMinutes() async throws {
        let login = start(Server(failures: .max))
        _ = try await login.begin()
        let step = await login.receive(by: .resp, text: "the text")
        XCTAssertEqual(step, .notSignedIn(code: "network"))
    }
}
