#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
import VehicleRouting

// kernels NAME COUNT runs one kernel so often, for a program that counts instructions; kernels alone lists the names.

let arguments = CommandLine.arguments.dropFirst()
guard let name = arguments.first else {
    print(Kernels.names.joined(separator: "\n"))
    exit(0)
}
guard let kernel = Kernels.all[name], let count = arguments.dropFirst().first.flatMap({ Int($0) }) else {
    print("usage: kernels [NAME COUNT]; the names are \(Kernels.names.joined(separator: ", "))")
    exit(2)
}
print(kernel(count))
