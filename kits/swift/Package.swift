// swift-tools-version:5.9
import PackageDescription

let package = Package(
    name: "MiniLogin",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: [.library(name: "MiniLogin", targets: ["MiniLogin"])],
    targets: [
        .target(name: "MiniLogin"),
        .testTarget(name: "MiniLoginTests", dependencies: ["MiniLogin"]),
    ]
)
