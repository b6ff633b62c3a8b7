import { AboutView } from '@/components/views/about-view'
import { ChangeView } from '@/components/views/change-view'
import { ChangesView } from '@/components/views/changes-view'
import { CompareView } from '@/components/views/compare-view'
import { HistoryView } from '@/components/views/history-view'
import { InstrumentView } from '@/components/views/instrument-view'
import { InstrumentsView } from '@/components/views/instruments-view'
import { MaterialView } from '@/components/views/material-view'
import { MatrixView } from '@/components/views/matrix-view'
import { ProofView } from '@/components/views/proof-view'
import { RegimeView } from '@/components/views/regime-view'
import { RegimesView } from '@/components/views/regimes-view'
import { SourceView } from '@/components/views/source-view'
import { SourcesView } from '@/components/views/sources-view'
import type { Page } from '@/lib/reading/page'

/** Hands the values of a page to the component that shows them. */
export function PageView({ answer }: { readonly answer: Page }) {
  switch (answer.name) {
    case 'matrix':
      return <MatrixView {...answer.page} />
    case 'material':
      return <MaterialView {...answer.page} />
    case 'proof':
      return <ProofView {...answer.page} />
    case 'regimes':
      return <RegimesView {...answer.page} />
    case 'regime':
      return <RegimeView {...answer.page} />
    case 'instruments':
      return <InstrumentsView {...answer.page} />
    case 'instrument':
      return <InstrumentView {...answer.page} />
    case 'sources':
      return <SourcesView {...answer.page} />
    case 'source':
      return <SourceView {...answer.page} />
    case 'about':
      return <AboutView {...answer.page} />
    case 'changes':
    case 'earlier':
      return <ChangesView {...answer.page} />
    case 'change':
      return <ChangeView {...answer.page} />
    case 'compare':
      return <CompareView {...answer.page} />
    case 'history':
      return <HistoryView {...answer.page} />
  }
}
