/** Elements whose text is never an article's. */
export const FURNITURE_TAGS = new Set(
  (
    'script style noscript template svg math nav aside footer button select textarea iframe object video audio ' +
    'canvas figure dialog menu datalist'
  ).split(' '),
);

/** Elements that start a line of their own; all others flow in the text around them. */
export const BLOCK_TAGS = new Set(
  (
    'html body main article section div header hgroup form p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre address ' +
    'details summary fieldset figcaption hr table caption thead tbody tfoot tr td th'
  ).split(' '),
);

/** ARIA roles of what stands around an article. */
export const FURNITURE_ROLES = new Set(
  'navigation complementary banner contentinfo search dialog alert menu'.split(' '),
);

/** Words in the name of a class or an id that tell of what stands around an article. */
export const FURNITURE_NAMES = new Set(
  (
    'ad ads advert advertisement banner breadcrumb breadcrumbs byline caption comment comments consent cookie cookies ' +
    'copyright credit credits disclaimer disqus footer gallery hidden menu more nav navigation newsletter newsletters ' +
    'paywall popular promo promos promotion recirculation recommended related share sharing sidebar signup social sponsor ' +
    'sponsored subscribe subscription tags teaser teasers toolbar trending widget'
  ).split(' '),
);

/** Words that make such a name a state of something else: "with-sidebar", "has-comments". */
export const STATE_NAMES = new Set('with without has no is show hide'.split(' '));

/** Types of schema.org that an article may have. */
export const ARTICLE_TYPES = new Set(
  (
    'Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle ' +
    'LiveBlogPosting BlogPosting Report'
  ).split(' '),
);

/** Names of meta elements that say when an article appeared, the best first. */
export const DATE_NAMES = (
  'article:published_time datepublished og:published_time date.issued dc.date.issued dcterms.issued dcterms.created ' +
  'dc.date dcterms.date parsely-pub-date sailthru.date pubdate publishdate publish-date publication_date date'
).split(' ');
