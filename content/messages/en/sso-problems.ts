import type { ssoProblems as source } from '#content/messages/ru/sso-problems.ts'
import type { Widen } from '#content/messages/widen.ts'

export const ssoProblems: Widen<typeof source> = {
  'sso-down': 'The other service does not answer. Sign in with the password or try later.',
  'sso-refused':
    'Signing in by the other service was not finished: it refused, you cancelled, or more than ten minutes have passed. Begin again.',
  'identity-unknown':
    'This account of the other service is tied to nobody here. Sign in with the password or sign up, then tie it in the cabinet, section “Sign-in and password”.',
  'identity-taken': 'This account of the other service is tied to the account of somebody else here.',
}
