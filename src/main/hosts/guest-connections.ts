import type { Server } from 'node:http'
import type { Socket } from 'node:net'

export interface GuestLimits {
  /** Most connections of guests: clients that have not shown the secrets yet. */
  guests: number
  /** Milliseconds a guest's connection may last. */
  guestTime: number
}

/**
 * Most connections waiting to be accepted. Fewer than the allowed guests, so that of the connections accepted at once
 * none is closed for the others before it could send anything.
 */
export const BACKLOG = 128

export interface Guests {
  /** Called when a client has shown the secrets: its connection is no longer a guest's. */
  admit(socket: Socket): void
}

/**
 * Keeps strangers from using up the connections of a server. Only what a client sends shows who it is, so every
 * connection begins as a guest's. Guests have a limited number of connections and little time, and the oldest is closed
 * for the newest. The owner does not suffer: an owner's request is read as soon as it comes, long before that many
 * others follow.
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
