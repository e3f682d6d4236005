/**
 * One-time codes by time: TOTP (RFC 6238) over HOTP (RFC 4226), six digits of HMAC-SHA-1 every 30 seconds, which is
 * what every app for codes understands. Pure: the moment is given.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

const SECONDS = 30
const DIGITS = 6
/** a clock may be one step before or behind ours (RFC 6238, 5.2) */
const WINDOW = 1
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The number of the half-minute in which a moment lies. */
export function stepOf(now: Date): number {
  return Math.floor(now.getTime() / 1000 / SECONDS)
}

/** The code of a half-minute. */
export function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

/**
 * The half-minute whose code was typed, or null. Codes up to `after` are spent. Every code of the window is compared,
 * in equal time.
 */
export function matchingStep(secret: Buffer, typed: string, now: Date, after = -1): number | null {
  const code = Buffer.from(typed.replace(/\s/g, ''))
  let found: number | null = null
  for (let step = stepOf(now) - WINDOW; step <= stepOf(now) + WINDOW; step += 1) {
    const known = Buffer.from(codeAt(secret, step))
    const same = code.length === known.length && timingSafeEqual(code, known)
    if (same && step > after) found = step
  }
  return found
}

/** Base32 without padding (RFC 4648), as apps take a secret that is typed by hand. */
export function base32(bytes: Uint8Array): string {
  let [bits, held, text] = [0, 0, '']
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += letters[(held >> bits) & 31]
    }
  }
  return bits > 0 ? text + letters[(held << (5 - bits)) & 31] : text
}

/** The address inside the QR code. `issuer` and `account` are what the app shows beside the codes. */
export function otpauthUri(secret: Buffer, issuer: string, account: string): string {
  const label = [issuer, account].map(encodeURIComponent).join(':')
  const asked = { secret: base32(secret), issuer, algorithm: 'SHA1', digits: DIGITS, period: SECONDS }
  const query = Object.entries(asked).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `otpauth://totp/${label}?${query.join('&')}`
}
