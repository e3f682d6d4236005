/** Hashing of passwords: argon2id, 19 MiB, two passes (OWASP's minimum), about 70 ms on a server's core. */
import { hash, verify } from '@node-rs/argon2'

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The encoded hash with its salt and cost. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost)
}

/** Whether the password is the one. Without a hash the same work is done in vain, so that the answer takes as long. */
export async function passwordMatches(encoded: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const known = encoded?.startsWith('$argon2id$') ? encoded : undefined
  const matches = await verify(known ?? (await decoy), password.normalize('NFC'))
  return known !== undefined && matches
}

let decoy: Promise<string> | undefined
