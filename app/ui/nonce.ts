import { createContext } from 'react'

/** The nonce of this page's scripts; known on the server only, browsers hide it anyway. */
export const NonceContext = createContext<string | undefined>(undefined)
