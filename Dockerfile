# The API and the command kg in one image. Debian and Python are those that CI runs; docker-compose.yml puts a Neo4j beside it.
FROM python:3.11-slim-bookworm AS build
WORKDIR /source
COPY . .
RUN .ci/install /opt/kg

FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --no-create-home --home-dir /data kg && install -d -o kg -g kg -m 0700 /data
COPY --from=build /opt/kg /opt/kg
ENV PATH=/opt/kg/bin:$PATH KG_HOME=/data PYTHONUNBUFFERED=1
USER 10001
VOLUME ["/data"]
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=10s --start-period=30s --retries=3 \
    CMD ["python3", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/readyz', timeout=8)"]
ENTRYPOINT ["kg"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
