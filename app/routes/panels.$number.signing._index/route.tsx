import { serve } from '#app/web/serve.server.ts'
import { signingPage } from './page.server.ts'
import { SigningPage } from './page.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(signingPage)

export default SigningPage
