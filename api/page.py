"""The page that a browser sees at /graphql until there is an editor: how to ask, in Chinese and English, without other hosts."""

from __future__ import annotations

from html import escape

EXAMPLE = """{
  people(first: 3, where: {tenures: {some: {title: {eq: "主席"}}}}) {
    totalCount
    nodes {
      name
      tenures { nodes { title organization { name } evidence { quote spanStart spanEnd document { name } } } }
    }
  }
}"""

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"

_STYLE = """
:root { color-scheme: light dark; font: 16px/1.7 system-ui, "Noto Sans CJK SC", sans-serif; }
body { max-width: 46rem; margin: 3rem auto; padding: 0 1.2rem; }
body { color: light-dark(#1d2433, #e6e9f0); background: light-dark(#fff, #12161f); }
h1 { font-size: 1.6rem; } code, pre { font: 14px/1.5 ui-monospace, monospace; }
pre { padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; border-radius: .5rem; }
pre { border: 1px solid light-dark(#d5dbe6, #333c4d); background: light-dark(#f6f8fb, #1a2030); }
a { color: light-dark(#0b57b0, #8ab8ff); } .en { color: light-dark(#55607a, #9aa5bd); }
"""


def page(base: str) -> str:
    """The page; ``base`` is the server's address as the browser knows it."""
    command = f"curl {base}graphql -H 'content-type: application/json' --data-binary @- <<'EOF'\n" + _request() + "\nEOF"
    return f"""<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>工会图谱 Union Graph</title>
<style>{_STYLE}</style></head><body>
<h1>工会图谱 · Union Graph</h1>
<p>这里是 GraphQL 接口。每一事实都可查到原文出处。请用 POST 提交 JSON：<br>
<span class="en">This is the GraphQL endpoint; every fact leads to its quote. Send JSON by POST:</span></p>
<pre>{escape(command)}</pre>
<p>带出处的查询 <span class="en">a query with its evidence</span>：</p><pre>{escape(EXAMPLE)}</pre>
<p>也可用 GET：<code>/graphql?query={{people{{totalCount}}}}</code>。<span class="en">GET works too.</span></p>
<p>平面数据行见 <a href="/rows">/rows</a>。<span class="en">Flat rows, for spreadsheets and dashboards, are listed at /rows.</span></p>
</body></html>
"""


def _request() -> str:
    return '{"query": "{ people(first: 3) { totalCount nodes { name tenures { nodes { title organization { name } } } } } }"}'
