import { AboutView } from '@/components/views/about-view'
import { CalendarView } from '@/components/views/calendar-view'
import { ChangeView } from '@/components/views/change-view'
import { ChangesView } from '@/components/views/changes-view'
import { CheckView } from '@/components/views/check-view'
import { ClaimView } from '@/components/views/claim-view'
import { ClaimsView } from '@/components/views/claims-view'
import { CompareView } from '@/components/views/compare-view'
import { EvidenceView } from '@/components/views/evidence-view'
import { HistoryView } from '@/components/views/history-view'
import { InstrumentView } from '@/components/views/instrument-view'
import { InstrumentsView } from '@/components/views/instruments-view'
import { MaterialView } from '@/components/views/material-view'
import { MatrixView } from '@/components/views/matrix-view'
import { ProofView } from '@/components/views/proof-view'
import { RegimeView } from '@/components/views/regime-view'
import { RegimesView } from '@/components/views/regimes-view'
import { RehearsalView } from '@/components/views/rehearsal-view'
import { SeriesView } from '@/components/views/series-view'
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
    case 'claims':
      return <ClaimsView {...answer.page} />
    case 'claim':
      return <ClaimView {...answer.page} />
    case 'evidence':
      return <EvidenceView {...answer.page} />
    case 'series':
      return <SeriesView {...answer.page} />
    case 'calendar':
      return <CalendarView {...answer.page} />
    case 'rehearsal':
      return <RehearsalView {...answer.page} />
    case 'check':
      return <CheckView {...answer.page} />
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
