import type { Server } from 'node:http'
import type { Socket } from 'node:net'

export interface GuestLimits {
  /** Connections of those who have not shown yet that they belong here. */
  guests: number
  /** Milliseconds such a connection may last. */
  guestTime: number
}

/**
 * Connections waiting to be accepted. Fewer than there may be guests: of those accepted at once, before any of them could
 * say a word, none has to give way to the others.
 */
export const BACKLOG = 128

export interface Guests {
  /** Whoever sends on this connection has shown the secrets: it is no guest's any more. */
  admit(socket: Socket): void
}

/**
 * Keeps strangers from using up the connections of a server. Who somebody is shows only in what they send, so everybody
 * begins as a guest: guests have a share of their own and little time, and the oldest gives way to the newest. An owner's
 * request is read as soon as it comes, long before that many others have come after it.
 */
export function limitGuests(server: Server, limits: GuestLimits): Guests {
  const guests = new Map<Socket, NodeJS.Timeout>()
  const admit = (socket: Socket) => {
    clearTimeout(guests.get(socket))
    guests.delete(socket)
  }
  const turnAway = (socket: Socket) => {
    admit(socket)
    socket.destroy()
  }
  server.on('connection', (socket: Socket) => {
    guests.set(
      socket,
      setTimeout(() => turnAway(socket), limits.guestTime),
    )
    socket.once('close', () => admit(socket))
    const [oldest] = guests.keys()
    if (guests.size > limits.guests && oldest !== undefined) turnAway(oldest)
  })
  return { admit }
}
