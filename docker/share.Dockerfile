# Alfresco's public Share with our module. Build from the project's root, after mvn package.
ARG SHARE_TAG=26.2.0
FROM docker.io/alfresco/alfresco-share:${SHARE_TAG}
COPY share-module/target/ttdn-share-module-*.jar /usr/local/tomcat/webapps/share/WEB-INF/lib/
