/**
 * The vault: what seals secrets that the database keeps and the site must read again (AES-256-GCM), and hashes those
 * it must only recognise (HMAC-SHA-256). The key is the instance's and never in the database.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

export interface Vault {
  /** tells keys apart and nothing of the key */
  keyId: string
  /** seals a secret for one owner and use; opened under another name it is no secret at all */
  seal(secret: Buffer, name: string): string
  /** the secret, or null when it was not sealed by this key under this name, or was changed since */
  open(sealed: string, name: string): Buffer | null
  /** what is kept instead of a one-time secret */
  hash(secret: string, name: string): string
}

const [NONCE, TAG] = [12, 16]

/** The vault of a key: any words of enough length, each use gets a key of its own from them (HKDF). */
export function vaultOf(key: string): Vault {
  const derived = (use: string, length = 32) =>
    Buffer.from(hkdfSync('sha256', key, '', `rses ${use}`, length))
  const [cipherKey, hashKey] = [derived('seal'), derived('hash')]
  return {
    keyId: derived('id', 8).toString('hex'),
    seal(secret, name) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce).setAAD(Buffer.from(name))
      const text = Buffer.concat([cipher.update(secret), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')
    },
    open(sealed, name) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length <= NONCE + TAG) return null
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, bytes.subarray(0, NONCE))
      decipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()])
      } catch {
        return null
      }
    },
    hash: (secret, name) => createHmac('sha256', hashKey).update(`${name}\n${secret}`).digest('base64url'),
  }
}
