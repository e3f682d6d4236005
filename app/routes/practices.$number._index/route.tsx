import { serve } from '#app/web/serve.server.ts'
import { CardPage } from './card-page.tsx'
import { cardPage } from './card-view.server.ts'

export const loader = serve(cardPage)

export { cardMeta as meta } from './meta.ts'

export default CardPage
