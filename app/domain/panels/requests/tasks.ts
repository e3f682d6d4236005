/** What the thread of choices can be asked. Pure. */
import { explainChoice, whyNotOne } from './explaining.ts'
import { selectLimited } from './limited.ts'
import { foreseen } from './relief.ts'

export const tasks = { selectLimited, explainChoice, whyNotOne, foreseen }
