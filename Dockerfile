FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PYTHONPATH=/opt/steward \
    HTTP_LISTEN=0.0.0.0:8080

RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/steward steward

COPY requirements/run.txt /opt/steward/requirements/run.txt
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes --no-deps -r /opt/steward/requirements/run.txt

COPY . /opt/steward

# A SQLite database, backups and transcripts land here.
WORKDIR /var/lib/steward
VOLUME /var/lib/steward
USER steward

HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import http.client as h; c = h.HTTPConnection('127.0.0.1', 8080, timeout=8); c.request('GET', '/healthz'); raise SystemExit(c.getresponse().status != 200)"]

ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
