import { serve } from '#app/web/serve.server.ts'
import { panelPage } from './page.server.ts'
import { WorkingPage } from './working-page.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(panelPage)

export default WorkingPage
