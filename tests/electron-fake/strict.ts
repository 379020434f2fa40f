/**
 * An object whose missing members are an error with a name, not `undefined`: a host that uses more of Electron than the
 * fake has fails at once, and says where.
 */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (!(key in object) && typeof key === 'string' && key !== 'then') {
        throw new Error(`The fake Electron has no ${name}.${key}`)
      }
      const value: unknown = Reflect.get(object, key, receiver === object ? receiver : object)
      return typeof value === 'function' && key !== 'constructor' ? value.bind(object) : value
    },
  })
}
